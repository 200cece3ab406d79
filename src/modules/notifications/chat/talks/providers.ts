import { AnswerSession } from './answer-session.ts';
import { AnswerTask } from './answer-task.ts';
import { ChatCommands } from './chat-commands.ts';
import { HandleChat } from './handle-chat.ts';
import { ChatQuestionStore } from './chat-question-store.ts';
import { ChatEntryStore } from './chat-entry-store.ts';
import { DifficultyByChat } from './difficulty-by-chat.ts';
import { LinkByChat } from './link-by-chat.ts';
import { RemindedWork } from './reminded-work.ts';
import { ReportByChat } from './report-by-chat.ts';
import { SendAnswer } from './send-answer.ts';
import { WriteReport } from './write-report.ts';

export const chatProviders = [
  AnswerSession,
  AnswerTask,
  ChatCommands,
  HandleChat,
  ChatQuestionStore,
  ChatEntryStore,
  DifficultyByChat,
  LinkByChat,
  RemindedWork,
  ReportByChat,
  SendAnswer,
  WriteReport,
];
