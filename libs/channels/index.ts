export * from './channel.ts';
export { type ChannelEnvironment, configuredChannels } from './configured-channels.ts';
export { createEmailChannel, type EmailSettings } from './email/email-channel.ts';
export { TokenBucket } from './token-bucket.ts';
