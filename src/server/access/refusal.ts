import { sayHeld } from '#language/say.ts';
import { problemKinds, PROBLEM_TYPE, type Problem, type ProblemCode } from '#contract/problem.ts';

interface Particulars {
  detail?: string | undefined;
  remedy?: string | undefined;
  errors?: Problem['errors'];
  waysOn?: readonly string[] | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
}

/** A request that is answered with a problem; thrown anywhere below a route and turned into RFC 9457 at the top. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  readonly code: ProblemCode;
  readonly #particulars: () => Particulars;

  /** `particulars` are told when the problem is answered where they are a function: in the language of the request. */
  constructor(code: ProblemCode, particulars: Particulars | (() => Particulars) = {}) {
    const told = typeof particulars === 'function' ? particulars : (): Particulars => particulars;
    super(told().detail ?? problemKinds[code].title);
    this.code = code;
    this.#particulars = told;
  }

  get particulars(): Particulars {
    return this.#particulars();
  }
}

/** The problem document of a refusal, in the current language. `instance` names the occurrence where the log has more. */
function problemOf(code: ProblemCode, particulars: Particulars = {}, instance?: string): Problem {
  const { status, title: heldTitle, remedy } = problemKinds[code];
  const title = sayHeld(heldTitle);
  return {
    type: `${PROBLEM_TYPE}${code}`,
    title,
    status,
    detail: particulars.detail ?? `${title}.`,
    remedy: particulars.remedy ?? sayHeld(remedy),
    ...(instance === undefined ? {} : { instance }),
    ...(particulars.errors === undefined ? {} : { errors: particulars.errors }),
    ...(particulars.waysOn === undefined ? {} : { waysOn: [...particulars.waysOn] }),
  };
}

export function problemResponse(code: ProblemCode, particulars: Particulars = {}, instance?: string): Response {
  return new Response(JSON.stringify(problemOf(code, particulars, instance)), {
    status: problemKinds[code].status,
    headers: { 'Content-Type': 'application/problem+json', ...particulars.headers },
  });
}
