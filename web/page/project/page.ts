// What the server says of one project; shared by the parts of its page.
import type { Answer } from '../../api.ts';

export type ProjectPage = Answer<'GET /api/projects/:projectId'>;
export type Work = NonNullable<ProjectPage['work']>;
