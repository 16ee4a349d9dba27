export const replayWords: Readonly<Record<string, string>> = {
  'documented': 'dokumentiert',
  'reported': 'berichtet',
  'inferred': 'erschlossen',
  'alleged': 'behauptet',
  'stated by the case': 'vom Fall angegeben',
  'on the day of the breach': 'am Tag des Vorfalls',
  '{days, plural, one {# day} other {# days}} before the breach': '{days, plural, one {# Tag} other {# Tage}} vor dem Vorfall',
  '{days, plural, one {# day} other {# days}} after the breach': '{days, plural, one {# Tag} other {# Tage}} nach dem Vorfall',
  '{count, plural, one {# flag} other {# flags}} up on {day}': '{count, plural, one {# Hinweis} other {# Hinweise}} offen am {day}',
  '{count, number} {basis}': '{count, number} {basis}',
};
