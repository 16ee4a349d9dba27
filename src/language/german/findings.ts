export const findings: Readonly<Record<string, string>> = {
  'Service and owning team': 'Dienst und zuständiges Team',
  'Scanner’s score': 'Wert des Scanners',
  'No stage recorded': 'Keine Stufe aufgezeichnet',
  'None given': 'Keiner angegeben',
  'fixed after {days, plural, one {# day} other {# days}}': 'behoben nach {days, plural, one {# Tag} other {# Tagen}}',
  'open {days, plural, one {# day} other {# days}}': 'offen seit {days, plural, one {# Tag} other {# Tagen}}',
};
