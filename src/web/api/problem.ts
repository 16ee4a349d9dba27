import { say } from '#language/say.ts';
import type { Problem } from '#contract/problem.ts';

/** A request that was not answered: what the server says about it (RFC 9457), or that it was not reached. */
export class RequestProblem extends Error {
  /** `null` where no server answered. */
  readonly status: number | null;
  readonly problem: Partial<Problem>;

  constructor(status: number | null, problem: Partial<Problem>) {
    super(problem.detail ?? problem.title ?? (status === null ? say('The server could not be reached.') : say('The server answered {status}.', { status: String(status) })));
    this.name = 'RequestProblem';
    this.status = status;
    this.problem = problem;
  }
}

const TEXTS = ['type', 'title', 'detail', 'remedy', 'instance'] as const;

/** The problem a response carries; a body that is not a problem document yields the status alone. */
export async function problemOf(response: Response): Promise<RequestProblem> {
  const body: unknown = await response.json().catch(() => null);
  if (typeof body !== 'object' || body === null) return new RequestProblem(response.status, {});
  const problem: Partial<Record<(typeof TEXTS)[number], string>> & Pick<Partial<Problem>, 'waysOn' | 'errors'> = {};
  for (const name of TEXTS) {
    const value: unknown = Reflect.get(body, name);
    if (typeof value === 'string') problem[name] = value;
  }
  problem.waysOn = listOf(body, 'waysOn').filter((one) => typeof one === 'string');
  problem.errors = listOf(body, 'errors').flatMap(placeAndMessage);
  return new RequestProblem(response.status, problem);
}

function listOf(body: object, name: string): unknown[] {
  const value: unknown = Reflect.get(body, name);
  return Array.isArray(value) ? value : [];
}

function placeAndMessage(one: unknown): { place: string; message: string }[] {
  if (typeof one !== 'object' || one === null || !('place' in one) || !('message' in one)) return [];
  return typeof one.place === 'string' && typeof one.message === 'string' ? [{ place: one.place, message: one.message }] : [];
}
