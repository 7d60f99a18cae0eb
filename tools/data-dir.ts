// Where the data of the regions on this machine are.
export const DATA_DIR = '.otklik'
