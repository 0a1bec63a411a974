export const dynamic = 'force-dynamic';

/** That the process is alive, whether or not it has an index: for who restarts it when it is not. */
export function GET(): Response {
  return Response.json({ live: true });
}
