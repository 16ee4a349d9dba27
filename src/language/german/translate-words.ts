export const translateWords: Readonly<Record<string, string>> = {
  'Every open risk is behind one of the items.': 'Jedes offene Risiko steht hinter einem der Einträge.',
  'What no colour mentions: {size}.': 'Was keine Farbe nennt: {size}.',
  'The record knows every item.': 'Die Aufzeichnungen kennen jeden Eintrag.',
  '{items, plural, one {# item is} other {# items are}} not on the record under that name.': '{items, plural, one {# Eintrag ist} other {# Einträge sind}} unter diesem Namen nicht aufgezeichnet.',
  '{items, plural, one {The # item of the list stands} other {The # items of the list stand}} for no open risk on the record': '{items, plural, one {Der # Eintrag der Liste steht} other {Die # Einträge der Liste stehen}} für kein aufgezeichnetes offenes Risiko',
  '{colours, plural, one {One colour word stands} other {# colour words stand}} for {risks, plural, one {# open risk} other {# open risks}}; {others, plural, =0 {that is every open risk} one {no colour mentions one other} other {no colour mentions # others}}': '{colours, plural, one {Ein Farbwort steht} other {# Farbwörter stehen}} für {risks, plural, one {# offenes Risiko} other {# offene Risiken}}; {others, plural, =0 {das sind alle offenen Risiken} one {ein weiteres nennt keine Farbe} other {# weitere nennt keine Farbe}}',
  '{colours, plural, one {One colour word stands} other {# colour words stand}} for {risks, plural, one {# open risk} other {# open risks}} and {amount} a year; {others, plural, =0 {that is every open risk} one {no colour mentions one other} other {no colour mentions # others}}': '{colours, plural, one {Ein Farbwort steht} other {# Farbwörter stehen}} für {risks, plural, one {# offenes Risiko} other {# offene Risiken}} und {amount} im Jahr; {others, plural, =0 {das sind alle offenen Risiken} one {ein weiteres nennt keine Farbe} other {# weitere nennt keine Farbe}}',
  '“{colour}” stands for no open risk on the record': '„{colour}“ steht für kein aufgezeichnetes offenes Risiko',
  '“{colour}” stands for {size}': '„{colour}“ steht für {size}',
  '{count, plural, one {# open risk} other {# open risks}}': '{count, plural, one {# offenes Risiko} other {# offene Risiken}}',
  '{amount} a year': '{amount} im Jahr',
  '{count, number} without a range': '{count, number} ohne Spanne',
};
