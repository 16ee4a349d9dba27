export const conditions: Readonly<Record<string, string>> = {
  'Nothing is missing on the record on this date.': 'An diesem Tag fehlt in den Aufzeichnungen nichts.',
  'What they are about': 'Worum es geht',
  'All {count, number}': 'Alle {count, number}',
  '{kind}: none': '{kind}: keine',
  '{kind} {count, number}': '{kind} {count, number}',
  '{title}: {count, plural, one {# condition} other {# conditions}}': '{title}: {count, plural, one {# Hinweis} other {# Hinweise}}',
  'All {conditions, number} of this kind': 'Alle {conditions, number} dieser Art',
  'The findings of {name} without a recorded origin': 'Die Befunde von {name} ohne aufgezeichnete Herkunft',
  '{name}: decisions that came without a name': '{name}: Entscheidungen, die ohne Namen kamen',
};
