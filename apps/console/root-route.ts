/** What all screens of the console stand in. */
import { createRootRoute } from '@tanstack/react-router';
import { Shell } from './frame/shell.tsx';

export const rootRoute = createRootRoute({ component: Shell });
