import { AddPasskey } from './add-passkey.ts';
import { AskPasskey } from './ask-passkey.ts';
import { CheckPasskey } from './check-passkey.ts';
import { MadeKeys } from './made-keys.ts';
import { PasskeyChallenges } from './passkey-challenges.ts';
import { PasskeyStore } from './passkey-store.ts';
import { PasskeysController } from './passkeys.controller.ts';
import { RelyingParty } from './relying-party.ts';
import { RemovePasskey } from './remove-passkey.ts';
import { RenamePasskey } from './rename-passkey.ts';
import { StartPasskey } from './start-passkey.ts';

export const passkeyControllers = [PasskeysController];

export const passkeyProviders = [
  AddPasskey,
  AskPasskey,
  CheckPasskey,
  MadeKeys,
  PasskeyChallenges,
  PasskeyStore,
  RelyingParty,
  RemovePasskey,
  RenamePasskey,
  StartPasskey,
];
