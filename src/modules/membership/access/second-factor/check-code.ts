import { Injectable } from '@nestjs/common';
import { AccessActs } from '#platform/trail';
import { accessErrors } from '../../membership.errors.ts';
import { LoginAttempts } from '../passwords/login-attempts.ts';
import { Sessions, type ShownCode } from '../sessions/sessions.ts';
import { FactorStore } from './factor-store.ts';
import { readRecoveryCode } from './recovery-codes.ts';

/** Six digits, with or without a space in their middle. */
const DIGITS = /^\d{3}\s?\d{3}$/;

/**
 * The code of a person's authenticator, or one from paper: each works once. Wrong ones are counted for the person, wherever
 * they come from: whoever is asked for a code has shown the password, so nobody else is shut out by it.
 */
@Injectable()
export class CheckCode {
  constructor(
    private readonly factors: FactorStore,
    private readonly attempts: LoginAttempts,
    private readonly sessions: Sessions,
    private readonly acts: AccessActs,
  ) {}

  /**
   * @param address of the caller
   * @throws access.wrongCode at `code`, also without a second factor, access.tooManyTries
   */
  async execute(personId: string, text: string, address: string): Promise<ShownCode> {
    return this.counted(personId, address, () => this.shown(personId, text));
  }

  /** The first code of an authenticator that was begun: its step. @throws as above */
  first(
    personId: string,
    factor: Parameters<FactorStore['stepOf']>[0],
    text: string,
    address: string,
  ): Promise<number> {
    return this.counted(personId, address, () => this.factors.stepOf(factor, digitsOf(text)));
  }

  private async counted<T>(personId: string, address: string, work: () => Promise<T | undefined>): Promise<T> {
    const login = `code ${personId}`;
    const succeeded = await this.attempts.begin({ login, people: [], address, device: Buffer.from(login) });
    const found = await work();
    if (found === undefined) {
      const unitId = await this.sessions.placeOf(personId);
      await this.acts.note({ personId }, { kind: 'refused', what: 'code', unitId, byUnitId: unitId });
      throw accessErrors.wrongCode({ path: 'code' });
    }
    await succeeded(personId);
    return found;
  }

  private async shown(personId: string, text: string): Promise<ShownCode | undefined> {
    const factor = await this.factors.confirmed(personId);
    if (!factor) return undefined;
    const digits = digitsOf(text);
    if (digits) {
      const step = await this.factors.stepOf(factor, digits);
      return step !== undefined && (await this.factors.use(factor.id, step)) ? 'code' : undefined;
    }
    const code = readRecoveryCode(text);
    return code && (await this.factors.useRecovery(factor.id, code)) ? 'recovery' : undefined;
  }
}

function digitsOf(text: string): string {
  return DIGITS.test(text) ? text.replace(/\s/, '') : '';
}
