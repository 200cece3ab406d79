import { AnswerSession } from './answer-session.ts';
import { AnswerTask } from './answer-task.ts';
import { ChatCommands } from './chat-commands.ts';
import { ChatDesk } from './chat-desk.ts';
import { ChatQuestions } from './chat-questions.ts';
import { LinkByChat } from './link-by-chat.ts';
import { ReportByChat } from './report-by-chat.ts';
import { SendAnswer } from './send-answer.ts';

export const chatProviders = [
  AnswerSession,
  AnswerTask,
  ChatCommands,
  ChatDesk,
  ChatQuestions,
  LinkByChat,
  ReportByChat,
  SendAnswer,
];
