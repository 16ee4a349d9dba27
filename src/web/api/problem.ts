/** What the server says about a request it did not answer (RFC 9457), or what stood in the way of asking. */
export class RequestProblem extends Error {
  readonly status: number | null;
  readonly detail: string | null;
  readonly instance: string | null;

  constructor(fields: { title: string; status: number | null; detail: string | null; instance: string | null }) {
    super(fields.title);
    this.name = 'RequestProblem';
    this.status = fields.status;
    this.detail = fields.detail;
    this.instance = fields.instance;
  }
}

/** The problem a response carries; a body that is not a problem document yields the status alone. */
export async function problemOf(response: Response): Promise<RequestProblem> {
  const body: unknown = await response.json().catch(() => null);
  return new RequestProblem({
    title: textField(body, 'title') ?? `The server answered ${response.status}`,
    status: response.status,
    detail: textField(body, 'detail'),
    instance: textField(body, 'instance'),
  });
}

function textField(body: unknown, name: string): string | null {
  if (typeof body !== 'object' || body === null) return null;
  const value: unknown = Reflect.get(body, name);
  return typeof value === 'string' && value !== '' ? value : null;
}
