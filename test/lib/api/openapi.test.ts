import { describe, expect, it } from 'vitest';
import { openApiDocument } from '../../../lib/api/openapi.ts';
import { operations } from '../../../lib/api/operations.ts';

describe('the OpenAPI document', () => {
  const document = openApiDocument(operations, '1.2.3');

  it('describes every operation once, with its body, its answer and its errors', () => {
    const paths = document.paths as Record<string, Record<string, Record<string, unknown>>>;
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(described.sort()).toEqual(operations.map(({ method, path }) => `${method} ${path}`).sort());
    for (const { method, path, request } of operations) {
      const operation = paths[path]?.[method];
      expect(Boolean(operation?.requestBody)).toBe(Boolean(request));
      expect(operation?.responses).toMatchObject({
        200: { content: { 'application/json': { schema: expect.any(Object) as unknown } } },
        default: { content: { 'application/json': { schema: { required: ['error'] } } } },
      });
    }
  });

  it('names the limits that requests are held to', () => {
    const text = JSON.stringify(document);
    expect(text).toContain('"maxLength":2000');
    expect(text).toContain('"name":"number","in":"path"');
    expect(document.info).toMatchObject({ version: '1.2.3' });
  });
});
