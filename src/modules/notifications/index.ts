export * from './notifications.events.ts';
export { DeliveryChannels } from './delivery-channels.ts';
export { Sweep } from './deliver/sweep.ts';
export { NotificationsModule } from './notifications.module.ts';
