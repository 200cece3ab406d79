export * from './notifications.events.ts';
export { DeliveryChannels } from './delivery-channels.ts';
export { Sweep } from './deliver/sweep.ts';
export { ChaseSilent } from './reach/chase.ts';
export { NotificationsModule } from './notifications.module.ts';
