/** What the first screen has of training: how many sessions wait for my answer, and a section that comes with its own chunk. */
import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { read } from './local.ts';
import { session } from './session.ts';

export const trainingAsks = signal((session.value && read<number>('snapshot.trainingAsks')) || 0);
export const TrainingOnHome = signal<ComponentType | undefined>(undefined);
