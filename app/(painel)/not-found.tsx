export { NotFoundMessage as default } from "@/components/layout/messages";
