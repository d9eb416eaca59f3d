// Rule engines with the same 20 clauses.
export async function measurePeers() {
  return [];
}
