import { z } from 'zod';

const Order = z.object({ item: z.string().min(2), pieces: z.coerce.number().int().positive() });

export type Parsed = { ok: true; order: z.infer<typeof Order> } | { ok: false; wrong: string[] };

export function parseOrder(given: unknown): Parsed {
  const result = Order.safeParse(given);
  if (result.success) return { ok: true, order: result.data };
  return { ok: false, wrong: result.error.issues.map((issue) => issue.path.join('.')) };
}
