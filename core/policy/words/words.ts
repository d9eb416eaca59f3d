// One thing said in both languages; the vocabulary stands above this room, so the shape is named here again.
export interface Words {
  readonly zh: string;
  readonly en: string;
}
