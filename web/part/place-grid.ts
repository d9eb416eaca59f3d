// Where the districts of a city stand in the schematic map: column and row by relative position, no boundary.

/** Columns run west to east, rows north to south. A place that is not here is shown in the list only. */
export const placeGrid: Readonly<Record<string, readonly [column: number, row: number]>> = {
  余杭区: [2, 0],
  临平区: [3, 0],
  临安区: [1, 1],
  拱墅区: [2, 1],
  上城区: [3, 1],
  钱塘区: [4, 1],
  西湖区: [2, 2],
  滨江区: [3, 2],
  萧山区: [4, 2],
  桐庐县: [1, 3],
  富阳区: [2, 3],
  淳安县: [0, 4],
  建德市: [1, 4],
};
