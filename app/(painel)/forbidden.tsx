export { ForbiddenMessage as default } from "@/components/layout/messages";
