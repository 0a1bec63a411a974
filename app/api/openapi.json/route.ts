import { openApiDocument } from '../../../lib/api/openapi.ts';
import { operations } from '../../../lib/api/operations.ts';
import packageJson from '../../../package.json' with { type: 'json' };

/** What programs can ask of this server, as OpenAPI. */
export function GET(): Response {
  return Response.json(openApiDocument(operations, packageJson.version));
}
