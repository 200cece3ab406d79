export { ENV, type Env, loadEnv } from './env.ts';
