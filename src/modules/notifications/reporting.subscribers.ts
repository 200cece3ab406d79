import { Injectable } from '@nestjs/common';
import {
  campaignCancelled,
  campaignStarted,
  lateReportAllowed,
  listReady,
  reportAccepted,
  reportChased,
  reportReminded,
  reportReturned,
  reportSubmitted,
  revisionAsked,
} from '#modules/reporting';
import { type Occurrence, OnEvent } from '#platform/outbox';
import * as messages from './messages/index.ts';
import { PlanMessage } from './plan/plan-message.ts';

interface OfReport {
  reportId: string;
}
type OfVersion = OfReport & { version: number };

/** Which message tells of which event of reporting. Each method may run again after a crash. */
@Injectable()
export class ReportingSubscribers {
  constructor(private readonly plan: PlanMessage) {}

  @OnEvent(reportReminded, 'notifications.plan')
  reminded(payload: OfReport, event: Occurrence) {
    return this.plan.execute(messages.reportRemindedMessage, payload, event);
  }

  @OnEvent(reportChased, 'notifications.plan')
  chased(payload: OfReport, event: Occurrence) {
    return this.plan.execute(messages.reportChasedMessage, payload, event);
  }

  @OnEvent(reportSubmitted, 'notifications.plan')
  submitted(payload: OfVersion, event: Occurrence) {
    return this.plan.execute(messages.reportReceivedMessage, payload, event);
  }

  @OnEvent(revisionAsked, 'notifications.plan')
  revisionAsked(payload: OfVersion, event: Occurrence) {
    return this.plan.execute(messages.revisionAskedMessage, payload, event);
  }

  @OnEvent(reportAccepted, 'notifications.plan')
  accepted(payload: OfVersion, event: Occurrence) {
    return this.plan.execute(messages.reportAcceptedMessage, payload, event);
  }

  @OnEvent(reportReturned, 'notifications.plan')
  returned(payload: OfVersion, event: Occurrence) {
    return this.plan.execute(messages.reportSentBackMessage, payload, event);
  }

  @OnEvent(lateReportAllowed, 'notifications.plan')
  lateAllowed(payload: OfReport, event: Occurrence) {
    return this.plan.execute(messages.lateReportAllowedMessage, payload, event);
  }

  @OnEvent(listReady, 'notifications.plan')
  list(payload: { jobId: string }, event: Occurrence) {
    return this.plan.execute(messages.listReadyMessage, payload, event);
  }

  @OnEvent(campaignCancelled, 'notifications.plan')
  campaignOver(payload: { campaignId: string; unitIds: string[] }, event: Occurrence) {
    return this.plan.execute(messages.campaignCancelledMessage, payload, event);
  }

  @OnEvent(campaignStarted, 'notifications.plan')
  campaign(payload: { campaignId: string }, event: Occurrence) {
    return this.plan.execute(messages.campaignStartedMessage, payload, event);
  }
}
