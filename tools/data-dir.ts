// Names the folder with the data of the regions on this machine. Called by npm start and reset.
export const DATA_DIR = '.otklik'
