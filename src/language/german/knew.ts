export const knew: Readonly<Record<string, string>> = {
  'What was known and not in the board’s packs': 'Was bekannt war und nicht in den Sitzungsunterlagen stand',
  'None found: looked through the evidence of {risks, plural, one {# open risk} other {# open risks}} as of {asOf}.': 'Nichts gefunden: die Nachweise zu {risks, plural, one {# offenen Risiko} other {# offenen Risiken}} mit Stand {asOf} durchgesehen.',
  'The {drawn, number} longest of {lags, number}': 'Die {drawn, number} längsten von {lags, number}',
  'Days from the first person knowing to the decision owner knowing': 'Tage vom ersten Wissen im Haus bis zum Wissen der entscheidenden Person',
  '{lagLegend} A mail to a list does not count as knowing.': '{lagLegend} Eine Rundmail zählt nicht als Wissen.',
  'and still running': 'und noch laufend',
  'All {lags, plural, one {# risk} other {# risks}}, longest first': 'Alle {lags, plural, one {# Risiko} other {# Risiken}}, das längste zuerst',
  'Dates from the record; a plus means it still runs': 'Daten aus den Aufzeichnungen; ein Plus heißt, es läuft noch',
  'Days between the first person knowing and the decision owner being informed': 'Tage zwischen dem ersten Wissen im Haus und der Unterrichtung der entscheidenden Person',
  'Reached the decision owner': 'Hat die entscheidende Person erreicht',
  'no decision recorded': 'keine Entscheidung aufgezeichnet',
};
