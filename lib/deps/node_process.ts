export { stderr } from "node:process";
