export { Format, SingleBar } from "npm:cli-progress@^3.12.0";
