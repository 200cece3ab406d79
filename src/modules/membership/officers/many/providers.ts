import { AppointMany } from './appoint-many.ts';
import { ChosenPosts } from './chosen-posts.ts';
import { EndPosts } from './end-posts.ts';
import { ManyPosts } from './many-posts.ts';
import { ManyPostsController } from './many-posts.controller.ts';
import { PutPostsBack } from './put-posts-back.ts';
import { ToldOfPosts } from './told-of-posts.ts';

export const manyPostProviders = [AppointMany, ChosenPosts, EndPosts, ManyPosts, PutPostsBack, ToldOfPosts];
export const manyPostControllers = [ManyPostsController];
