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
  readonly particulars: Particulars;

  constructor(code: ProblemCode, particulars: Particulars = {}) {
    super(particulars.detail ?? problemKinds[code].title);
    this.code = code;
    this.particulars = particulars;
  }
}

/** The problem document of a refusal. `instance` names the occurrence where the log has more. */
function problemOf(code: ProblemCode, particulars: Particulars = {}, instance?: string): Problem {
  const { status, title, remedy } = problemKinds[code];
  return {
    type: `${PROBLEM_TYPE}${code}`,
    title,
    status,
    detail: particulars.detail ?? `${title}.`,
    remedy: particulars.remedy ?? remedy,
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
