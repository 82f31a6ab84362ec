// @ts-types="npm:@types/d3-shape@^3.1.7"
export { line } from "npm:d3-shape@^3.2.0";
