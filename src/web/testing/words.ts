/** Words the product does not use on screen: they judge people, or stand in for a number. */
const BANNED = [
  'failed', 'neglected', 'ignored', 'missed', 'should have', 'ought to', 'blame', 'fault', 'guilty', 'culprit', 'violation',
  'non-compliant', 'negligent', 'careless', 'incompetent', 'reckless', 'accountable', 'unauthori[sz]ed', 'concealed', 'withheld',
  'rubber-stamp', 'scapegoat', 'overdue', 'unaware', 'high risk', 'medium', 'low risk', 'critical', 'red', 'amber', 'green',
  'posture', 'maturity', 'on track', 'score of',
];

/** The banned words a text holds, as whole words and in any case. */
export function bannedIn(text: string): readonly string[] {
  return BANNED.filter((word) => new RegExp(`\\b${word}\\b`, 'i').test(text));
}
