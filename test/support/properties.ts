/**
 * fast-check as every test imports it (`jest.config.js` sends them here): random cases are the same at every run, so that a red build is
 * never luck; `SEED=$RANDOM` goes hunting elsewhere. A suite without random cases does not load it.
 */
import fc from '../../node_modules/fast-check/lib/fast-check.js';

fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 20_261_130) });

export * from '../../node_modules/fast-check/lib/fast-check.js';
export default fc;
