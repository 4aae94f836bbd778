/** « Salariés » in the pane: its first screen, and what its places share. */

export const employeesTitle = 'Salariés';
export const firstRefresh = 'Actualisez d’abord : ce classeur ne contient pas encore de données de Lucca.';
export const monthLabel = 'Mois de paie';
