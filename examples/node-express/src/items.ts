export interface Item {
  id: number;
  text: string;
}

export class ItemList {
  private items: Item[] = [];
  private nextId = 1;

  all(): Item[] {
    return this.items;
  }

  add(text: string): Item {
    const item = { id: this.nextId++, text };
    this.items.push(item);
    return item;
  }
}
