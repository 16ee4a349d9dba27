export const brief: Readonly<Record<string, string>> = {
  'All {forDecision, number} for decision': 'Alle {forDecision, number} zur Entscheidung',
  '{subtitle}{all} · {conditions} open · <link>Decisions</link> · <link2>Next step</link2> · <link3>Age of evidence</link3>': '{subtitle}{all} · {conditions} · <link>Beschlüsse</link> · <link2>Schritte</link2> · <link3>Alter</link3>',
  'Looked through {risks, number} open risks for one that nobody below the board can decide, and for acceptances of this quarter.': 'Durchgesehen: {risks, number} offene Risiken auf solche, über die niemand unter dem Leitungsgremium entscheiden kann, und Annahmen dieses Quartals.',
  'As of {asOf}, against {against}': 'Stand {asOf}, verglichen mit {against}',
  'All changes': 'Alle',
  'Choose another date to compare with, under “As of” above.': 'Oben unter „Stand“ einen anderen Tag zum Vergleich wählen.',
  'Looked through the evidence of {risks, number} open risks.': 'Durchgesehen: die Nachweise von {risks, number} offenen Risiken.',
  'How much could a year cost?': 'Was könnte ein Jahr kosten?',
  'The total of a year, as twenty equally likely years': 'Die Summe eines Jahres, als zwanzig gleich wahrscheinliche Jahre',
  '{others, number} {others, plural, one {is} other {are}} not': '{others, number} {others, plural, one {ist} other {sind}} es nicht',
  'Covers {with, number} of {total, number} open risks.': 'Erfasst {with, number} von {total, number} offenen Risiken.',
  'No tolerance is on record: <link>set it</link>.': 'Keine Toleranz ist aufgezeichnet: <link>festlegen</link>.',
};
