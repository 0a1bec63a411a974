import { transcriptOf } from '../../../server/transcript.ts';
import { respond } from '../../../server/respond.ts';

/** A transcript as JSON, for the source panel and the popovers' context. */
export function GET(_request: Request, context: { params: Promise<{ number: string }> }): Promise<Response> {
  return respond(async () => {
    const { number } = await context.params;
    return Response.json(await transcriptOf(number));
  });
}
