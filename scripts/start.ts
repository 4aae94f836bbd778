/** `npm start`: the service, the fictional account and the workbench, with nothing to install or to configure. */
import { orSayWhy, serve } from './run/service.ts';

await orSayWhy(async () => {
  console.log('Passerelle se prépare : environ une minute la première fois, quelques secondes ensuite.');
  await serve({ PASSERELLE_DEMO: '1', ...process.env });
  console.log('Les pages sont prêtes.');
});
