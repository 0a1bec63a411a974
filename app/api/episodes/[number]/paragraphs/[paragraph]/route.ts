import { excerptAround } from '../../../../../transcript/excerpt.ts';
import { RequestError } from '../../../../../server/request-error.ts';
import { respond } from '../../../../../server/respond.ts';
import { transcriptOf } from '../../../../../server/transcript.ts';

interface Context {
  params: Promise<{ number: string; paragraph: string }>;
}

/** A paragraph among its neighbours as JSON, for the source panel and the popovers. */
export function GET(_request: Request, context: Context): Promise<Response> {
  return respond(async () => {
    const { number, paragraph } = await context.params;
    const excerpt = excerptAround(await transcriptOf(number), paragraph);
    if (excerpt === null)
      throw new RequestError(
        404,
        'not-found',
        `Episode ${number} has no paragraph ${paragraph}: see /episodes/${number}.`,
      );
    return Response.json(excerpt);
  });
}
