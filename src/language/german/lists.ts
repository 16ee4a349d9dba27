export const lists: Readonly<Record<string, string>> = {
  '{team} through {process}': '{team} über {process}',
  '{lede} What {team} and every team below it ship through {process}.': '{lede} Was {team} und jedes Team darunter über {process} ausliefern.',
  'No open risk is on the record for {team} through {process}.': 'Für {team} über {process} ist kein offenes Risiko aufgezeichnet.',
  '{sector} replay breach': '{sector} Vorfall nachspielen',
};
