import { Injectable } from '@nestjs/common';
import type { RouteAnswer } from '#contracts';
import type { trainingMemberRoutes } from '#contracts/training/members';
import type { Actor } from '#platform/auth';
import { cards } from './cards.ts';
import { topics } from './topics.ts';

/** The curriculum and the short cards in the reader's language. */
@Injectable()
export class ReadCatalogue {
  topics({ language }: Actor): RouteAnswer<typeof trainingMemberRoutes.trainingTopics> {
    return topics.map(({ code, title, titleEn, group, hours }) => ({
      code,
      title: language === 'vi' ? title : titleEn,
      group,
      hours,
    }));
  }

  cards({ language }: Actor): RouteAnswer<typeof trainingMemberRoutes.trainingCards> {
    return cards.map(({ code, topicCode, templates, picture, minutes, title, steps }) => ({
      code,
      topicCode,
      templates: [...templates],
      title: title[language],
      steps: [...steps[language]],
      picture,
      minutes,
    }));
  }
}
