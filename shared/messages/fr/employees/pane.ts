/** « Salariés » in the pane: its first screen, and what its places share. */

export const employeesTitle = 'Salariés';
export const firstRefresh = 'Actualisez d’abord : ce classeur ne contient pas encore de données de Lucca.';
export const monthLabel = 'Mois de paie';

/* The places, in the order of the month */
export const beforePay = 'Avant la paie';
export const whatChanged = 'Ce qui a changé';
export const setOnce = 'À régler une fois';
