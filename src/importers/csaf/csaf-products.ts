import { objectOf, objectsOf, textOf, type LooseObject } from '#importers/scan/loose.ts';

/** What products are called by their id in the document: the package URL where there is one, else the name. */
export type CsafProducts = ReadonlyMap<string, string>;

/**
 * Reads a product tree (CSAF 2.0, 3.2.2): full names, branches, and products that are a part of another, which go by
 * the name of the part. The guard on depth bounds how far branches go down.
 */
export function csafProducts(tree: unknown): CsafProducts {
  const products = new Map<string, string>();
  const root = objectOf(tree);
  for (const product of objectsOf(root?.['full_product_names'])) take(product, products);
  takeBranches(root, products);
  for (const relationship of objectsOf(root?.['relationships'])) {
    const whole = objectOf(relationship['full_product_name']);
    const id = textOf(whole?.['product_id']);
    const part = products.get(textOf(relationship['product_reference']) ?? '');
    if (id !== undefined && part !== undefined) products.set(id, part);
    else if (whole !== undefined) take(whole, products);
  }
  return products;
}

function takeBranches(node: LooseObject | undefined, products: Map<string, string>): void {
  for (const branch of objectsOf(node?.['branches'])) {
    const product = objectOf(branch['product']);
    if (product !== undefined) take(product, products);
    takeBranches(branch, products);
  }
}

function take(product: LooseObject, products: Map<string, string>): void {
  const id = textOf(product['product_id']);
  const name = textOf(objectOf(product['product_identification_helper'])?.['purl']) ?? textOf(product['name']);
  if (id !== undefined && name !== undefined) products.set(id, name);
}
