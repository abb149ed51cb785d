/** The columns of the table of limits, in their order: said once, for the table and for its script. */
export const COLUMNS = [
  { id: "product", title: "Product", sorts: true },
  { id: "setting", title: "Setting", sorts: true },
  { id: "value", title: "Default", sorts: true },
  { id: "clock", title: "Its clock counts", sorts: true },
  { id: "sees", title: "You see", sorts: false },
  { id: "source", title: "Source", sorts: false },
] as const;

/** The place of a column in a row. */
export const columnOf = (id: (typeof COLUMNS)[number]["id"]): number =>
  COLUMNS.findIndex((column) => column.id === id);
