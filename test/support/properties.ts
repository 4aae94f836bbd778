/** Random cases are the same at every run, so that a red build is never luck; `SEED=$RANDOM` goes hunting elsewhere. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 20_261_130) });
