export { RetentionPort } from './retention-port.ts';
