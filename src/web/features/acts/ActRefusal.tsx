import { say } from '#language/say.ts';
import { RequestProblem } from '#web/api/problem.ts';

/** Why an act was not recorded, what to do about it, and the ways on where authority is missing. */
export function ActRefusal({ error }: { error: Error }) {
  const problem = error instanceof RequestProblem ? error.problem : {};
  return (
    <div className="act-panel__refusal" role="alert">
      <p><b>{say('Nothing was recorded.')}</b> {error.message} {problem.remedy}</p>
      {(problem.waysOn ?? []).length === 0 ? null : <ul>{problem.waysOn?.map((way) => <li key={way}>{way}</li>)}</ul>}
      {(problem.errors ?? []).map((one) => <p key={`${one.place} ${one.message}`}>{one.place} {one.message}</p>)}
    </div>
  );
}
